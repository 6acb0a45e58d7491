"""How the shipped language model was made: data, network, training, export. Not in the wheel."""
