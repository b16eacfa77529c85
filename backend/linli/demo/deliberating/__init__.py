"""How the demo's neighbours deliberate and decide, part by part."""
