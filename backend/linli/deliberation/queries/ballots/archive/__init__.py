"""A round's inputs and result as one archive that anyone recomputes without the server."""
