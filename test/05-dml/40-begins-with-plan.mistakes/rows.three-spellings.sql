SELECT id, title FROM conversations
WHERE title LIKE BINARY 'plan%' OR title LIKE BINARY 'Plan%' OR title LIKE BINARY 'PLAN%';
