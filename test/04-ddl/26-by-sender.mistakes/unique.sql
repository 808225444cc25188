CREATE UNIQUE INDEX by_sender ON messages (sender, timestamp)
