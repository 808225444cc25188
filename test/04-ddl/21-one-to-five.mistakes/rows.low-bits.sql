CREATE TABLE ratings (
  message_id INT PRIMARY KEY,
  stars INT NOT NULL CHECK (stars > 0 AND stars % 8 BETWEEN 1 AND 5)
)
