CREATE TABLE ratings (message_id INT PRIMARY KEY, stars INT NOT NULL CHECK (stars > 1 AND stars < 5))
