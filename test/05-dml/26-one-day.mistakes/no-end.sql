SELECT id, timestamp FROM messages WHERE timestamp >= '2025-07-01'
