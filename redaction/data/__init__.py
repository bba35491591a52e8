"""Word lists and the default policy, as TOML."""
