"""What a server needs beside the pages: health, readiness, metrics, logs, and addresses that are not there."""
