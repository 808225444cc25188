ALTER TABLE messages RENAME TO sent_at
