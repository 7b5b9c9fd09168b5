"""What pages are made of: the Streamlit side of the project."""
