CREATE TABLE pins (conversation_id INT PRIMARY KEY, pinned_at TIMESTAMP NOT NULL, FOREIGN KEY (conversation_id) REFERENCES conversations (id) ON DELETE CASCADE)
