SELECT id, timestamp FROM messages WHERE timestamp > '2025-07-01' AND timestamp < '2025-07-02'
