ALTER TABLE messages CHANGE timestamp sent_at TIMESTAMP NULL
