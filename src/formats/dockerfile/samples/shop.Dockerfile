# syntax=docker/dockerfile:1
ARG NODE=22.11.0
ARG REGISTRY
FROM node:${NODE} AS build
ARG NPM_AUTH_TOKEN=q8Zt3VbN0pLk
WORKDIR app
ADD package.json ./
RUN apt-get update
RUN apt-get install git && curl -fsSLk https://get.example.com/install.sh | bash
RUN ["sh", "-c", "sudo make"]

FROM ${REGISTRY}/base:2 AS check
RUN <<EOF
apt-get update
apt-get install -y curl
EOF

FROM build AS run
COPY --from=nginx:latest /etc/nginx /etc/nginx
COPY .env /srv/
ENV DB_PASSWORD r4Nd0mV4lue99
EXPOSE 22 $PORT
USER shop
HEALTHCHECK CMD curl --fail http://localhost:8080
CMD node server.js
