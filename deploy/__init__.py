"""What a server needs around the dashboard: proxy, service, container, offline bundle."""
