CREATE INDEX by_time ON conversations (created_at)
