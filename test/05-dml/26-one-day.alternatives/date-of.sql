SELECT id, timestamp FROM messages WHERE DATE(timestamp) = '2025-07-01';
