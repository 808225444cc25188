ALTER TABLE conversations MODIFY COLUMN title VARCHAR(255) NOT NULL DEFAULT 'New conversation'
