"""Links between documents: what answers, judges or repeats what, and which visits were to one place."""
