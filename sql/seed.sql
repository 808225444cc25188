-- A few conversations to practise on. Times are fixed, so that every page shows the same rows.

INSERT INTO conversations (id, title, is_archived, created_at, updated_at) VALUES
  (1, 'First steps with SQL', FALSE, '2026-01-12 09:00:00', '2026-01-12 09:02:10'),
  (2, 'Weekend in Kazan', FALSE, '2026-01-14 18:30:00', '2026-01-14 18:31:05'),
  (3, 'Rename my cat', TRUE, '2026-01-15 07:45:00', '2026-01-15 07:45:20'),
  (4, 'Empty conversation', FALSE, '2026-01-16 12:00:00', '2026-01-16 12:00:00');

INSERT INTO messages (id, conversation_id, sender, content, timestamp) VALUES
  (1, 1, 'user', 'Hello! What is a primary key?', '2026-01-12 09:00:00'),
  (2, 1, 'ai', 'A column that names each row once and for all.', '2026-01-12 09:00:04'),
  (3, 1, 'user', 'And a foreign key?', '2026-01-12 09:02:00'),
  (4, 1, 'ai', 'A column that points at the primary key of another table.', '2026-01-12 09:02:10'),
  (5, 2, 'user', 'What can I see in Kazan in two days?', '2026-01-14 18:30:00'),
  (6, 2, 'ai', 'The Kremlin, the Kaban lakes, and one long dinner.', '2026-01-14 18:31:05'),
  (7, 3, 'user', 'Suggest a name for a cat. 100% serious.', '2026-01-15 07:45:00'),
  (8, 3, 'ai', 'O''Malley.', '2026-01-15 07:45:20');
