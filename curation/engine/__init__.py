"""Where documents are worked on: in this process, in processes of this machine, or on a Spark cluster, with equal outcomes."""
