DESCRIBE messages
