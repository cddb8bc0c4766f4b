"""factcheck: checks the numbers in an article against each other and against a sourced table."""
