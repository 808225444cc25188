DESCRIBE messages content
