"""The newsroom's desk: what the command lines do, composed of the stages."""
