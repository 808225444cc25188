SELECT m.id, timestamp FROM messages m JOIN conversations c ON c.id = conversation_id WHERE DATE(c.created_at) <= '2025-07-01' AND DATE(timestamp) = '2025-07-01';
