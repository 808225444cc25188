CREATE TABLE pins (conversation_id INT PRIMARY KEY, pinned_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP, FOREIGN KEY (conversation_id) REFERENCES conversations (id))
