"""The register: what a document found, recommended, praised, asked for and answered, entry by entry."""
