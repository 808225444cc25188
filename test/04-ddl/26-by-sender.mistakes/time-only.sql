CREATE INDEX by_sender ON messages (timestamp)
