ALTER TABLE conversations MODIFY COLUMN title VARCHAR(50) NOT NULL DEFAULT 'New conversation'
