INSERT INTO conversations (title, created_at) SELECT 'Shopping', GREATEST(NOW(), IFNULL(MAX(created_at), NOW())) FROM conversations;
