"""A Dask cluster for what one machine is too small for; where none is asked for, unused."""
