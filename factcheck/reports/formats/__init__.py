"""One file a report format, named as on the command line."""
