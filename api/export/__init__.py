"""The register as a file for other programs: CSV, XLSX and JSON, one module for each format."""
