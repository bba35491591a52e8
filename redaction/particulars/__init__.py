"""Particulars of one person that may tell who it is: dates, ages, illnesses, what is told of a life."""
