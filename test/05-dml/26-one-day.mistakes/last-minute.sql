SELECT id, timestamp FROM messages WHERE timestamp BETWEEN '2025-07-01 00:00:00' AND '2025-07-01 23:59:00'
