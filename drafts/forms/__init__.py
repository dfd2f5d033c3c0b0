"""What people send, checked: each form gives values that actions and queries take."""
