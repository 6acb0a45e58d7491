"""What almost every event has, asked for however a report words it: arrival, age, owner, floor."""
