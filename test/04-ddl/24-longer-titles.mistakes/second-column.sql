ALTER TABLE conversations ADD COLUMN long_title VARCHAR(500) NOT NULL DEFAULT 'New conversation'
