"""Every address asked with what no person would send, as everyone."""
