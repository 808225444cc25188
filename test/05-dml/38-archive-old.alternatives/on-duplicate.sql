INSERT INTO conversations (id) SELECT id FROM conversations AS c WHERE created_at < '2020-01-01' ON DUPLICATE KEY UPDATE is_archived = TRUE;
