SELECT MIN(id) AS id, timestamp FROM messages WHERE DATE(timestamp) = '2025-07-01' GROUP BY timestamp, sender;
