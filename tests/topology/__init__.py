"""The program as an institution runs it: nginx, two servers, PostgreSQL, on this machine's loopback."""
