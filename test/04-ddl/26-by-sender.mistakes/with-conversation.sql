CREATE INDEX by_sender ON messages (conversation_id, sender, timestamp)
