SELECT id, timestamp FROM messages WHERE timestamp BETWEEN '2025-07-01' AND '2025-07-02'
