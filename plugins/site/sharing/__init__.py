"""What goes along when a page is shared: a QR code of its address, a card's picture."""
