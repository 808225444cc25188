CREATE TABLE pins (
  pinned_at TIMESTAMP NOT NULL DEFAULT NOW(),
  conversation_id INT NOT NULL,
  PRIMARY KEY (conversation_id),
  CONSTRAINT pins_conversation FOREIGN KEY (conversation_id) REFERENCES conversations (id) ON DELETE CASCADE
);
