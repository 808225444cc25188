ALTER TABLE conversations MODIFY COLUMN title VARCHAR(500) DEFAULT 'New conversation'
