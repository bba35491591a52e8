"""Our own questions for calibration: about the sample reports, and over passages that come with them."""
