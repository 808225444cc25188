CREATE INDEX by_sender ON messages (sender, timestamp DESC);
