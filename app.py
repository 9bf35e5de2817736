"""The page, for those who start it from a checkout: ``streamlit run app.py``."""

from sim.web.main import show

show()
