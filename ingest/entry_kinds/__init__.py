"""The classifier of entries, which reads again where the register's rules are silent."""
